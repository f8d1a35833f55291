pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui

// Three stations and the way between them: this phone, Montreal, the other side; with how many things are at each.
Card {
    id: picture
    property int here: 0
    property int received: 0
    property int seen: 0

    readonly property var stations: [
        { "drawing": "here", "count": picture.here, "text": qsTr("Only on this phone") },
        { "drawing": "received", "count": picture.received, "text": qsTr("Received in Montreal") },
        { "drawing": "seen", "count": picture.seen, "text": qsTr("Seen by the other side") }
    ]
    // Large letters: one below the other, so that no word is broken.
    readonly property bool stacked: picture.width < 330 * Theme.textScale
    readonly property int disc: 56

    implicitHeight: stations.implicitHeight + 2 * Theme.margin
    Grid {
        id: stations
        x: Theme.gap
        y: Theme.margin
        width: parent.width - 2 * x
        columns: picture.stacked ? 1 : 3
        rowSpacing: Theme.margin
        Repeater {
            model: picture.stations
            Item {
                id: station
                required property var modelData
                required property int index
                width: picture.stacked ? stations.width : stations.width / 3
                implicitHeight: Math.max(circle.height, words.y + words.implicitHeight)
                Accessible.role: Accessible.StaticText
                Accessible.name: station.modelData.text + ": " + station.modelData.count
                Rectangle {
                    visible: station.index > 0
                    readonly property real span: picture.stacked ? Theme.margin : station.width - picture.disc
                    readonly property real reach: span - 2 * Theme.hair
                    x: picture.stacked ? circle.x + (circle.width - width) / 2 : -reach / 2
                    y: picture.stacked ? -Theme.margin + Theme.hair : (circle.height - height) / 2
                    width: picture.stacked ? 3 : reach
                    height: picture.stacked ? reach : 3
                    radius: 1.5
                    color: Theme.line
                }
                Rectangle {
                    id: circle
                    x: picture.stacked ? Theme.gap : (station.width - width) / 2
                    width: picture.disc
                    height: picture.disc
                    radius: picture.disc / 2
                    color: station.index === 0 ? Theme.shortLane : Theme.goodSoft
                    Icon {
                        anchors.centerIn: parent
                        size: 28
                        drawing: station.modelData.drawing
                        color: station.index === 0 ? Theme.shortLaneInk : Theme.good
                    }
                }
                Column {
                    id: words
                    x: picture.stacked ? circle.x + circle.width + Theme.space : 0
                    y: picture.stacked ? 0 : circle.height + Theme.hair
                    width: station.width - x - (picture.stacked ? 0 : Theme.hair)
                    Words {
                        width: parent.width
                        horizontalAlignment: picture.stacked ? Text.AlignLeft : Text.AlignHCenter
                        text: station.modelData.count
                        size: Theme.title
                        strong: true
                        Accessible.ignored: true
                    }
                    Words {
                        width: parent.width
                        horizontalAlignment: picture.stacked ? Text.AlignLeft : Text.AlignHCenter
                        text: station.modelData.text
                        size: Theme.small
                        color: Theme.quiet
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
