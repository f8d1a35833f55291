import QtQuick
import Ayni.Ui

// Above the pages of a sample: that it is one, and the way out.
Rectangle {
    id: strip
    signal leaveAsked()

    height: strip.visible ? Math.max(Theme.touchTarget, words.implicitHeight + Theme.gap) : 0
    color: Theme.shortLane
    Words {
        id: words
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: leave.x - x
        size: Theme.small
        text: qsTr("A sample to look around in: nothing here is real, and nothing is kept.")
        color: Theme.shortLaneInk
    }
    PushButton {
        id: leave
        objectName: "leaveSampleNow"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        kind: "quiet"
        text: qsTr("Leave")
        onClicked: strip.leaveAsked()
    }
}
