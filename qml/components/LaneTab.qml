import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// On a phone one lane is seen at a time; these say which, and take a card that is carried onto them.
T.AbstractButton {
    id: tab
    required property int lane
    property int count: 0
    property bool here: false
    property bool isTarget: false

    implicitHeight: Math.max(Theme.mainTarget, column.implicitHeight + Theme.gap)
    Accessible.role: Accessible.PageTab
    Accessible.name: qsTr("%1, %n card(s)", "a lane of the board", tab.count).arg(tab.text)
    Accessible.selectable: true
    Accessible.selected: tab.here
    Accessible.onPressAction: tab.clicked()
    Keys.onReturnPressed: tab.clicked()
    Item {
        anchors.fill: parent
        Column {
            id: column
            x: Theme.hair
            width: parent.width - 2 * x
            anchors.verticalCenter: parent.verticalCenter
            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.hair
                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    drawing: Theme.laneIcon(tab.lane)
                    size: Theme.smallIcon
                    color: tab.here ? Theme.laneInk(tab.lane) : Theme.quiet
                }
                Words {
                    anchors.verticalCenter: parent.verticalCenter
                    text: tab.count
                    size: Theme.small
                    color: tab.here ? Theme.laneInk(tab.lane) : Theme.quiet
                }
            }
            Words {
                width: parent.width
                text: tab.text
                // Three stand side by side: the letters grow as far as their words fit.
                font.pixelSize: Math.min(Theme.body, 20)
                fontSizeMode: Theme.textScale > 1.2 ? Text.FixedSize : Text.HorizontalFit
                minimumPixelSize: Theme.small
                wrapMode: Theme.textScale > 1.2 ? Text.WordWrap : Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                strong: tab.here
                color: tab.here ? Theme.laneInk(tab.lane) : Theme.quiet
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: tab.isTarget ? Theme.accentSoft : tab.here ? Theme.laneGround(tab.lane) : "transparent"
        border.width: tab.here || tab.isTarget ? 2 : Theme.stroke
        border.color: tab.isTarget ? Theme.accent : tab.here ? Theme.laneInk(tab.lane) : Theme.line
        FocusRing { shown: tab.visualFocus }
    }
}
