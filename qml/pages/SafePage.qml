pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// What is safe: here, received, seen. And how the rest gets there.
ScrollPage {
    id: page
    required property AppModel app
    required property SafetyModel safety
    signal placeAsked(string place)
    signal recordPicked(string recordId)

    title: qsTr("What is safe")
    canGoBack: true

    Words {
        width: parent.width
        objectName: "safeSentence"
        text: page.safety.sentence
        size: Theme.lead
    }
    SafetyPicture {
        width: parent.width
        here: page.safety.hereCount
        received: page.safety.receivedCount
        seen: page.safety.seenCount
    }
    AttentionCard {
        objectName: "trouble"
        width: parent.width
        text: page.safety.trouble
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: page.safety.busy ? page.safety.progressText : page.safety.waitingText
        color: Theme.quiet
    }
    PushButton {
        objectName: "syncNow"
        visible: !page.app.isUnjoined
        width: parent.width
        kind: "main"
        enabled: page.safety.busy || page.safety.canSync
        drawing: page.safety.busy ? "close" : "sync"
        text: page.safety.busy ? qsTr("Stop for now") : qsTr("Send and receive now")
        onClicked: page.safety.busy ? page.safety.cancel() : page.safety.syncNow()
    }
    PushButton {
        objectName: "byFile"
        visible: !page.app.isUnjoined && !page.app.isSample
        width: parent.width
        drawing: "send"
        text: qsTr("Without a network: by a file")
        onClicked: page.placeAsked("carry")
    }
    PushButton {
        visible: page.app.isUnjoined
        width: parent.width
        kind: "main"
        drawing: "key"
        text: qsTr("I have an invitation")
        onClicked: page.placeAsked("join")
    }
    SectionTitle {
        width: parent.width
        visible: page.safety.totalText !== ""
        text: qsTr("Who has what")
    }
    Card {
        width: parent.width
        visible: page.safety.totalText !== ""
        height: whole.height + 2 * Theme.margin
        Column {
            id: whole
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            spacing: Theme.space
            Words {
                objectName: "whoHasWhat"
                width: parent.width
                text: page.safety.totalText
                size: Theme.lead
                strong: true
            }
            Words {
                width: parent.width
                text: qsTr("Say the numbers on the telephone: whoever reads the same part has the same ones, "
                           + "once all went through.")
                color: Theme.quiet
            }
            Repeater {
                model: page.safety.shares
                ShareRow {
                    objectName: "share"
                    width: whole.width
                }
            }
        }
    }
    SectionTitle {
        width: parent.width
        visible: page.safety.tray.count > 0
        text: qsTr("Could not be taken")
    }
    Repeater {
        model: page.safety.tray
        Card {
            id: returned
            required property string what
            required property string reason
            required property string recordId
            width: parent ? parent.width : 0
            height: returnedBody.height + 2 * Theme.margin
            Column {
                id: returnedBody
                x: Theme.margin
                y: Theme.margin
                width: parent.width - 2 * x
                spacing: Theme.hair
                Fact {
                    width: parent.width
                    drawing: "returned"
                    text: returned.what
                }
                Words {
                    width: parent.width
                    text: returned.reason
                    color: Theme.quiet
                }
            }
        }
    }
    Card {
        width: parent.width
        height: facts.height + 2 * Theme.margin
        Column {
            id: facts
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            spacing: Theme.space
            Fact {
                width: parent.width
                drawing: "clock"
                text: page.safety.lastExchangeText
            }
            Fact {
                width: parent.width
                drawing: "send"
                text: page.safety.bytesThisMonthText
            }
            Fact {
                width: parent.width
                drawing: "here"
                text: page.safety.deviceText
            }
            Fact {
                width: parent.width
                drawing: "received"
                text: page.safety.hubText
            }
        }
    }
}
