import QtQuick
import Ayni.Ui

// A file between phones: made here, taken in already, or to be taken in with one tap.
Card {
    id: file
    property string title
    required property string detail
    // "new", "made" here, "taken" in
    required property string standing
    property bool ready: true
    signal taken()

    implicitHeight: body.implicitHeight + 2 * Theme.margin
    height: implicitHeight
    Column {
        id: body
        x: Theme.margin
        y: Theme.margin
        width: parent.width - 2 * x
        spacing: Theme.gap
        Words {
            width: parent.width
            text: file.title
            strong: true
            wrapMode: Text.WrapAnywhere
        }
        Words {
            width: parent.width
            text: file.detail
            size: Theme.small
            color: Theme.quiet
        }
        Tag {
            visible: file.standing !== "new"
            maximumWidth: parent.width
            drawing: file.standing === "made" ? "send" : "check"
            text: file.standing === "made" ? qsTr("Made here") : qsTr("Taken in")
        }
        PushButton {
            objectName: "takeIn"
            visible: file.standing === "new"
            width: Math.min(implicitWidth, parent.width)
            enabled: file.ready
            drawing: "down"
            text: qsTr("Take it in")
            onClicked: file.taken()
        }
    }
}
