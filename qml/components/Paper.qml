import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// Several lines of text with their name above; grows with what is written.
Item {
    id: paper
    property string label
    property string placeholder
    property alias text: input.text
    property alias input: input
    // With the word that a keyboard is still composing.
    readonly property string written: input.text.slice(0, input.cursorPosition) + input.preeditText
                                      + input.text.slice(input.cursorPosition)
    property int lines: 3

    implicitWidth: 280
    implicitHeight: caption.implicitHeight + Theme.hair + input.height
    Words {
        id: caption
        width: parent.width
        text: paper.label
        color: Theme.quiet
        Accessible.ignored: true
    }
    T.TextArea {
        id: input
        y: caption.implicitHeight + Theme.hair
        width: parent.width
        height: Math.max(Theme.mainTarget, Theme.body * 1.5 * paper.lines + 2 * Theme.space,
                         contentHeight + 2 * Theme.space)
        padding: Theme.space
        leftPadding: Theme.margin
        rightPadding: Theme.margin
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        font.family: Theme.family
        font.pixelSize: Theme.body
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        selectByMouse: true
        KeyNavigation.priority: KeyNavigation.BeforeItem
        Keys.onTabPressed: input.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: input.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Accessible.role: Accessible.EditableText
        Accessible.name: paper.label
        Words {
            x: input.leftPadding
            y: input.topPadding
            width: input.width - 2 * x
            visible: input.length === 0 && input.preeditText === ""
            text: paper.placeholder
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
