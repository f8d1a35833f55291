import QtQuick
import Ayni.Ui
import Ayni.Models

// Before the notebook of somebody who wants a PIN: the PIN, and how long it has to wait after wrong ones.
ScrollPage {
    id: page
    required property AppModel app
    readonly property LockModel lock: page.app.lock
    maximumWidth: 440
    title: qsTr("Your PIN")
    subtitle: qsTr("It opens your notebook.")

    Component.onCompleted: pad.forceActiveFocus()

    PinSentence {
        width: parent.width
        sentence: page.lock.sentence
        wait: page.lock.waitSentence
    }
    PinPad {
        id: pad
        objectName: "unlockPad"
        width: parent.width
        ready: !page.lock.busy && page.lock.waitSentence === ""
        onEntered: pin => page.lock.unlock(pin)
    }
    LanguageChoice {
        width: parent.width
        topPadding: Theme.gap
        app: page.app
    }
}
