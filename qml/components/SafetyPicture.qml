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
    implicitHeight: row.implicitHeight + 2 * Theme.margin
    Row {
        id: row
        x: Theme.gap
        y: Theme.margin
        width: parent.width - 2 * x
        Repeater {
            model: picture.stations
            Item {
                id: station
                required property var modelData
                required property int index
                width: row.width / 3
                implicitHeight: column.implicitHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: station.modelData.text + ": " + station.modelData.count
                Rectangle {
                    visible: station.index > 0
                    x: -station.width / 2 + 28 + Theme.hair
                    y: 28 - height / 2
                    width: station.width - 56 - 2 * Theme.hair
                    height: 3
                    radius: 1.5
                    color: Theme.line
                }
                Column {
                    id: column
                    width: parent.width
                    spacing: Theme.hair
                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        width: 56
                        height: 56
                        radius: 28
                        color: station.index === 0 ? Theme.shortLane : Theme.goodSoft
                        Icon {
                            anchors.centerIn: parent
                            size: 28
                            drawing: station.modelData.drawing
                            color: station.index === 0 ? Theme.onShortLane : Theme.good
                        }
                    }
                    Words {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: station.modelData.count
                        size: Theme.title
                        strong: true
                        Accessible.ignored: true
                    }
                    Words {
                        width: parent.width - Theme.hair
                        horizontalAlignment: Text.AlignHCenter
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
