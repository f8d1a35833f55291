import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// One line of text with its name above it.
Item {
    id: field
    property string label
    property string placeholder
    property alias text: input.text
    property alias input: input
    // With the word that a keyboard is still composing.
    readonly property string written: input.text.slice(0, input.cursorPosition) + input.preeditText
                                      + input.text.slice(input.cursorPosition)
    property int hints: Qt.ImhNone
    property bool labelShown: true
    signal accepted()

    implicitWidth: 280
    implicitHeight: (field.labelShown ? caption.implicitHeight + Theme.hair : 0) + input.implicitHeight
    Words {
        id: caption
        visible: field.labelShown
        width: parent.width
        text: field.label
        color: Theme.quiet
        Accessible.ignored: true
    }
    T.TextField {
        id: input
        width: parent.width
        y: field.labelShown ? caption.implicitHeight + Theme.hair : 0
        implicitHeight: Math.max(Theme.mainTarget, contentHeight + 2 * Theme.space,
                                 example.visible ? example.implicitHeight + 2 * Theme.space : 0)
        leftPadding: Theme.margin
        rightPadding: Theme.margin
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.family: Theme.family
        font.pixelSize: Theme.body
        inputMethodHints: field.hints
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        onAccepted: field.accepted()
        Words {
            id: example
            anchors.verticalCenter: parent.verticalCenter
            x: input.leftPadding
            width: input.width - 2 * x
            visible: input.length === 0 && input.preeditText === ""
            text: field.placeholder
            color: Theme.quiet
            Accessible.ignored: true
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.card
            border.width: input.activeFocus ? 2 : Theme.stroke
            border.color: input.activeFocus ? Theme.accent : Theme.outline
        }
    }
}
