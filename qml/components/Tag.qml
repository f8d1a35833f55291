import QtQuick
import Ayni.Ui

// A few words on a soft ground, with a drawing: a state, a lane, a topic.
Rectangle {
    id: tag
    property string text
    property string drawing
    property color ground: Theme.sunken
    property color ink: Theme.text
    property real maximumWidth: 10000

    implicitWidth: Math.min(tag.maximumWidth, row.implicitWidth + 2 * Theme.gap)
    implicitHeight: row.implicitHeight + Theme.gap
    radius: Theme.smallRadius
    color: tag.ground
    Row {
        id: row
        x: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: tag.drawing !== ""
            drawing: tag.drawing
            size: Theme.smallIcon
            color: tag.ink
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, tag.maximumWidth - 2 * Theme.gap
                            - (tag.drawing !== "" ? Theme.smallIcon + Theme.hair : 0))
            text: tag.text
            size: Theme.small
            color: tag.ink
        }
    }
}
