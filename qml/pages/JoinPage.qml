import QtQuick
import Ayni.Ui
import Ayni.Models

// The code or the link of an invitation.
ScrollPage {
    id: page
    required property AppModel app
    maximumWidth: 440
    canGoBack: true
    title: qsTr("Join your circle")

    function join() {
        if (field.text.trim() !== "" && !page.app.joinBusy)
            page.app.join(field.text.trim());
    }
    Words {
        width: parent.width
        text: qsTr("Your coordinator gave you a link or a short code. Paste it or type it here; "
                   + "small or capital letters are the same.")
        color: Theme.quiet
    }
    Field {
        id: field
        objectName: "code"
        width: parent.width
        label: qsTr("Link or code")
        hints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        onAccepted: page.join()
    }
    AttentionCard {
        objectName: "joinSentence"
        width: parent.width
        text: page.app.joinSentence
    }
    PushButton {
        objectName: "joinNow"
        width: parent.width
        kind: "main"
        drawing: page.app.joinBusy ? "sync" : "key"
        enabled: field.text.trim() !== "" && !page.app.joinBusy
        text: page.app.joinBusy ? qsTr("Joining…") : qsTr("Join")
        onClicked: page.join()
    }
    Words {
        width: parent.width
        visible: page.app.isAlone
        text: qsTr("What you have written so far stays with you and comes along.")
        color: Theme.quiet
    }
}
