pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// Meeting without a network: one button out, one for each file that came.
ScrollPage {
    id: page
    required property CarryModel carry

    title: qsTr("Without a network")
    canGoBack: true
    Component.onCompleted: page.carry.open()

    Words {
        width: parent.width
        text: qsTr("All you have goes into one file. It is locked: only your circle and Montreal can open it. "
                   + "Send it by any messenger, or on a card.")
    }
    AttentionCard {
        objectName: "carryTrouble"
        width: parent.width
        text: page.carry.trouble
    }
    PushButton {
        objectName: "makeFile"
        width: parent.width
        kind: "main"
        enabled: !page.carry.busy
        drawing: "send"
        text: qsTr("Make a file to send")
        onClicked: page.carry.make()
    }
    Card {
        objectName: "made"
        width: parent.width
        visible: page.carry.madeText !== ""
        height: made.implicitHeight + 2 * Theme.margin
        Column {
            id: made
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            spacing: Theme.space
            Fact {
                width: parent.width
                drawing: "check"
                text: page.carry.madeText
            }
            Words {
                width: parent.width
                text: qsTr("It lies in %1. Whoever of your circle takes it in has what you wrote, and it reaches "
                           + "Montreal with the first of you who has a network.").arg(page.carry.folderText)
                color: Theme.quiet
            }
            PushButton {
                width: Math.min(implicitWidth, parent.width)
                kind: "quiet"
                leftPadding: 0
                drawing: "look"
                text: qsTr("Show the folder")
                onClicked: Qt.openUrlExternally(page.carry.folder)
            }
        }
    }
    SectionTitle {
        width: parent.width
        text: qsTr("Files that came")
    }
    Words {
        width: parent.width
        text: qsTr("Put a file that somebody sent you into %1: it shows here.").arg(page.carry.folderText)
        color: Theme.quiet
    }
    Card {
        width: parent.width
        visible: page.carry.takenText !== ""
        height: taken.implicitHeight + 2 * Theme.space
        color: Theme.goodSoft
        border.width: 0
        Accessible.role: Accessible.AlertMessage
        Accessible.name: page.carry.takenText
        Icon {
            id: sign
            x: Theme.space
            y: Theme.space
            drawing: "check"
            color: Theme.good
        }
        Words {
            id: taken
            objectName: "taken"
            x: sign.x + sign.width + Theme.gap
            y: Theme.space
            width: parent.width - x - Theme.space
            text: page.carry.takenText
            Accessible.ignored: true
        }
    }
    Repeater {
        model: page.carry.files
        FileCard {
            required property string name
            objectName: "file"
            width: parent ? parent.width : 0
            title: name
            ready: !page.carry.busy
            onTaken: page.carry.takeIn(name)
        }
    }
    PushButton {
        objectName: "lookAgain"
        width: Math.min(implicitWidth, parent.width)
        kind: "quiet"
        leftPadding: 0
        drawing: "sync"
        text: qsTr("Look again")
        onClicked: page.carry.lookAgain()
    }
}
