import QtQuick
import Ayni.Ui

// Where the keyboard is.
Rectangle {
    id: ring
    property bool shown: false
    anchors.fill: parent
    anchors.margins: -2
    visible: ring.shown
    color: "transparent"
    border.width: Theme.focusStroke
    border.color: Theme.accent
    radius: Theme.radius + 2
}
