import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// One answer among several. Chosen shows in three ways: ground, outline and a check mark.
T.AbstractButton {
    id: chip
    property string drawing
    property int target: Theme.touchTarget
    property bool single: true
    property bool shownDrawing: true
    // Without the empty circle, where the row is short.
    property bool bare: false

    implicitWidth: Math.max(Theme.touchTarget, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(chip.target, row.implicitHeight + 2 * Theme.gap)
    leftPadding: chip.bare ? Theme.margin : Theme.space
    rightPadding: Theme.margin
    checkable: false
    Accessible.role: chip.single ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.name: chip.text
    Accessible.checkable: true
    Accessible.checked: chip.checked
    Accessible.onPressAction: chip.clicked()
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()

    // A chip may wrap but never leaves its row.
    readonly property real maximumText: (chip.parent ? chip.parent.width : 400) - chip.leftPadding - chip.rightPadding
                                        - Theme.icon - Theme.gap
    TextMetrics {
        id: measure
        font.family: Theme.family
        font.pixelSize: Theme.body
        font.weight: Font.Bold
        text: chip.text
    }
    Item {
        anchors.fill: parent
        anchors.leftMargin: chip.leftPadding
        anchors.rightMargin: chip.rightPadding
        Row {
            id: row
            anchors.verticalCenter: parent.verticalCenter
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: chip.checked || !chip.bare
                drawing: chip.checked ? "check" : chip.drawing === "" || !chip.shownDrawing ? "circle" : chip.drawing
                color: chip.checked ? Theme.accentSoftInk : Theme.quiet
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(1, Math.min(Math.ceil(measure.advanceWidth) + 2, chip.maximumText))
                text: chip.text
                strong: chip.checked
                color: chip.checked ? Theme.accentSoftInk : Theme.text
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: chip.checked ? Theme.accentSoft : chip.down ? Theme.sunken : Theme.card
        border.width: chip.checked ? 2 : Theme.stroke
        border.color: chip.checked ? Theme.accent : Theme.outline
        FocusRing { shown: chip.visualFocus }
    }
}
