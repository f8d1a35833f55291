import QtQuick
import Ayni.Ui

// Nothing here yet, said kindly, with the next step if there is one.
Column {
    id: empty
    property string drawing
    property string text
    property string action
    signal acted()

    spacing: Theme.space
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 72
        height: 72
        radius: 36
        color: Theme.sunken
        Icon {
            anchors.centerIn: parent
            drawing: empty.drawing
            size: 36
            color: Theme.quiet
        }
    }
    Words {
        width: parent.width
        text: empty.text
        horizontalAlignment: Text.AlignHCenter
        color: Theme.quiet
    }
    PushButton {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: empty.action !== ""
        width: Math.min(implicitWidth, empty.width)
        text: empty.action
        onClicked: empty.acted()
    }
}
