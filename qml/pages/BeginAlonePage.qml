import QtQuick
import Ayni.Ui
import Ayni.Models

// Two names are enough to begin.
ScrollPage {
    id: page
    required property AppModel app
    maximumWidth: 440
    canGoBack: true
    title: qsTr("Begin alone")

    function begin() {
        if (person.text.trim() !== "")
            page.app.beginAlone(person.text.trim(), business.text.trim());
    }
    Words {
        width: parent.width
        text: qsTr("Everything stays on this phone until you join a circle. You can join whenever you like.")
        color: Theme.quiet
    }
    Field {
        id: person
        objectName: "personName"
        width: parent.width
        label: qsTr("Your name")
        onAccepted: business.input.forceActiveFocus()
    }
    Field {
        id: business
        objectName: "businessName"
        width: parent.width
        label: qsTr("Your business, if it has a name")
        onAccepted: page.begin()
    }
    PushButton {
        objectName: "beginNow"
        width: parent.width
        kind: "main"
        drawing: "sprout"
        enabled: person.text.trim() !== ""
        text: qsTr("Begin")
        onClicked: page.begin()
    }
}
