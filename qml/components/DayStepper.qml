import QtQuick
import Ayni.Ui

// Another day, by steps: no calendar to aim at, nothing to type.
Card {
    id: stepper
    property string text
    signal earlier()
    signal later()

    implicitHeight: Math.max(Theme.mainTarget, words.implicitHeight + Theme.gap)
    height: implicitHeight
    IconButton {
        id: before
        objectName: "dayBefore"
        x: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        drawing: "left"
        text: qsTr("A day earlier")
        onClicked: stepper.earlier()
    }
    Words {
        id: words
        anchors.verticalCenter: parent.verticalCenter
        x: before.x + before.width
        width: after.x - x
        horizontalAlignment: Text.AlignHCenter
        text: stepper.text
        strong: true
    }
    IconButton {
        id: after
        objectName: "dayAfter"
        anchors.right: parent.right
        anchors.rightMargin: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        drawing: "right"
        text: qsTr("A day later")
        onClicked: stepper.later()
    }
}
