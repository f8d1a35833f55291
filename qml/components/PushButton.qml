import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// A button with words, and an icon if one helps. Kinds: main (one per page), soft, quiet.
T.Button {
    id: button
    property string drawing
    property string kind: "soft"

    readonly property bool isMain: button.kind === "main"
    readonly property bool isQuiet: button.kind === "quiet"
    readonly property color ink: button.isMain ? Theme.accentInk : button.isQuiet ? Theme.accent : Theme.accentSoftInk

    implicitWidth: Math.ceil(measure.advanceWidth) + 2 + (button.drawing === "" ? 0 : Theme.icon + spacing)
                   + leftPadding + rightPadding
    implicitHeight: Math.max(button.isMain ? Theme.mainTarget : Theme.touchTarget,
                             row.implicitHeight + topPadding + bottomPadding)
    horizontalPadding: button.isQuiet ? Theme.space : Theme.wideMargin
    verticalPadding: Theme.gap
    spacing: Theme.gap
    opacity: button.enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: button.text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    TextMetrics {
        id: measure
        font.family: Theme.family
        font.pixelSize: Theme.body
        font.weight: Font.Bold
        text: button.text
    }
    Item {
        anchors.fill: parent
        anchors.leftMargin: button.leftPadding
        anchors.rightMargin: button.rightPadding
        Row {
            id: row
            anchors.centerIn: parent
            spacing: button.spacing
            Icon {
                id: mark
                visible: button.drawing !== ""
                drawing: button.drawing
                color: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(1, Math.min(Math.ceil(measure.advanceWidth) + 2,
                                            button.availableWidth - (mark.visible ? mark.width + row.spacing : 0)))
                text: button.text
                strong: true
                color: button.ink
                horizontalAlignment: mark.visible ? Text.AlignLeft : Text.AlignHCenter
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.isMain ? (button.down ? Theme.accentPressed : Theme.accent)
                             : button.isQuiet ? (button.down || button.hovered ? Theme.accentSoft : "transparent")
                                              : (button.down ? Theme.line : Theme.accentSoft)
        FocusRing { shown: button.visualFocus }
    }
}
