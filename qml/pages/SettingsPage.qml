pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// How the app speaks and looks, and whose notebook it is.
ScrollPage {
    id: page
    required property AppModel app
    signal placeAsked(string place)

    title: qsTr("Settings")
    canGoBack: true

    SectionTitle {
        width: parent.width
        text: qsTr("Language")
    }
    LanguageChoice {
        width: parent.width
        app: page.app
    }
    SectionTitle {
        width: parent.width
        text: qsTr("Light or dark")
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: [
                { "darkness": AppModel.System, "drawing": "system", "text": qsTr("Like the phone"), "name": "system" },
                { "darkness": AppModel.Light, "drawing": "light", "text": qsTr("Light"), "name": "light" },
                { "darkness": AppModel.Dark, "drawing": "dark", "text": qsTr("Dark"), "name": "dark" }
            ]
            Chip {
                required property var modelData
                objectName: "darkness-" + modelData.name
                text: modelData.text
                drawing: modelData.drawing
                checked: page.app.darkness === modelData.darkness
                onClicked: page.app.darkness = modelData.darkness
            }
        }
    }
    SectionTitle {
        width: parent.width
        text: qsTr("Size of the letters")
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: [
                { "scale": 1.0, "text": qsTr("Normal") },
                { "scale": 1.3, "text": qsTr("Large") },
                { "scale": 1.6, "text": qsTr("Larger") },
                { "scale": 2.0, "text": qsTr("Largest") }
            ]
            Chip {
                required property var modelData
                objectName: "letters-" + modelData.scale
                text: modelData.text
                drawing: "text_size"
                checked: Math.abs(page.app.textScale - modelData.scale) < 0.05
                onClicked: page.app.textScale = modelData.scale
            }
        }
    }
    SectionTitle {
        width: parent.width
        visible: page.app.lock.encrypted
        text: qsTr("PIN")
    }
    Words {
        width: parent.width
        visible: page.app.lock.encrypted
        text: page.app.lock.hasPin ? qsTr("Your notebook opens with your PIN.")
                                   : qsTr("Whoever holds this phone unlocked can open your notebook. "
                                          + "With a PIN only you can.")
        color: Theme.quiet
    }
    Flow {
        width: parent.width
        visible: page.app.lock.encrypted
        spacing: Theme.gap
        PushButton {
            objectName: "pin"
            width: Math.min(implicitWidth, parent.width)
            drawing: "lock"
            text: page.app.lock.hasPin ? qsTr("Change the PIN") : qsTr("Set a PIN")
            onClicked: page.placeAsked("pin")
        }
        PushButton {
            objectName: "pinRemove"
            visible: page.app.lock.hasPin
            width: Math.min(implicitWidth, parent.width)
            kind: "quiet"
            text: qsTr("Remove the PIN")
            onClicked: page.placeAsked("pinRemove")
        }
    }
    SectionTitle {
        width: parent.width
        text: qsTr("This notebook")
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
                drawing: "person"
                text: page.app.personName
            }
            Fact {
                width: parent.width
                drawing: "received"
                text: page.app.hubName
            }
            Fact {
                width: parent.width
                drawing: "here"
                text: page.app.isAlone
                      ? qsTr("Everything is on this phone only. Join a circle to keep a second copy.") : ""
            }
            Fact {
                width: parent.width
                drawing: "lock"
                text: page.app.lock.encrypted ? qsTr("What lies on this phone is encrypted.") : page.app.isSample
                                                ? "" : qsTr("What lies on this phone is not encrypted.")
            }
            Fact {
                width: parent.width
                drawing: "info"
                text: page.app.versionText
            }
        }
    }
    PushButton {
        objectName: "joinLater"
        visible: page.app.isUnjoined
        width: Math.min(implicitWidth, parent.width)
        kind: "main"
        drawing: "key"
        text: qsTr("I have an invitation")
        onClicked: page.placeAsked("join")
    }
    PushButton {
        objectName: "leaveSample"
        visible: page.app.isSample
        width: Math.min(implicitWidth, parent.width)
        kind: "main"
        drawing: "back"
        text: qsTr("Leave the sample")
        onClicked: page.app.leaveSample()
    }
    PushButton {
        objectName: "whatIsSafe"
        width: Math.min(implicitWidth, parent.width)
        drawing: "received"
        text: qsTr("What is safe")
        onClicked: page.placeAsked("safe")
    }
}
