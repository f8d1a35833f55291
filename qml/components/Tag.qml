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

    readonly property real markWidth: tag.drawing === "" ? 0 : Theme.smallIcon + Theme.hair
    readonly property real wordsWidth: Math.ceil(measure.advanceWidth) + 2

    implicitWidth: Math.min(tag.maximumWidth, tag.wordsWidth + tag.markWidth + 2 * Theme.gap)
    implicitHeight: row.implicitHeight + Theme.gap
    radius: Theme.smallRadius
    color: tag.ground
    TextMetrics {
        id: measure
        font.family: Theme.family
        font.pixelSize: Theme.small
        text: tag.text
    }
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
            width: Math.max(1, Math.min(tag.wordsWidth, tag.maximumWidth - tag.markWidth - 2 * Theme.gap))
            text: tag.text
            size: Theme.small
            color: tag.ink
        }
    }
}
