import QtQuick
import Ayni.Ui

// What two agreed on, who signed it, and one's own signature where it is missing.
Card {
    id: agreement
    required property string text
    required property string frequencyText
    required property string channel
    required property string channelText
    required property string signedText
    required property bool canSign
    required property bool byBoth
    required property int safety
    signal agreed()

    implicitHeight: body.implicitHeight + 2 * Theme.margin
    height: implicitHeight
    Column {
        id: body
        x: Theme.margin
        y: Theme.margin
        width: parent.width - 2 * x
        spacing: Theme.space
        Words {
            width: parent.width
            text: agreement.text
        }
        Fact {
            width: parent.width
            drawing: "calendar"
            text: agreement.frequencyText
        }
        Fact {
            width: parent.width
            drawing: agreement.channel
            text: agreement.channelText
        }
        Fact {
            objectName: "signedText"
            width: parent.width
            drawing: agreement.byBoth ? "done" : "edit"
            text: agreement.signedText
        }
        PushButton {
            objectName: "sign"
            visible: agreement.canSign
            width: parent.width
            kind: "main"
            drawing: "check"
            text: qsTr("I agree, and sign")
            onClicked: agreement.agreed()
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Tag {
                objectName: "byBoth"
                visible: !agreement.canSign
                maximumWidth: parent.width
                drawing: agreement.byBoth ? "done" : "clock"
                text: agreement.byBoth ? qsTr("Signed by both of you") : qsTr("Waits for the other side")
            }
            SafetyMark {
                height: Theme.smallIcon + Theme.gap
                worded: true
                safety: agreement.safety
            }
        }
    }
}
