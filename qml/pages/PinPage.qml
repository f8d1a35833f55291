import QtQuick
import Ayni.Ui
import Ayni.Models

// A PIN before the notebook: the first one, another one, or none any more.
ScrollPage {
    id: page
    required property LockModel lock
    property bool removing: false
    // What was typed so far; the one until now is asked for first if there is one.
    property string current
    property string next
    property bool differed: false
    readonly property bool asksCurrent: page.lock.hasPin && page.current === ""
    readonly property bool asksAgain: !page.asksCurrent && page.next !== ""

    canGoBack: true
    maximumWidth: 440
    title: page.removing ? qsTr("Remove the PIN") : page.lock.hasPin ? qsTr("Change the PIN") : qsTr("Set a PIN")
    subtitle: page.asksCurrent ? qsTr("The PIN you have now")
                               : page.asksAgain ? qsTr("The new PIN once more") : qsTr("A new PIN, 4 to 12 digits")

    Component.onCompleted: {
        page.lock.forgetSentence();
        pad.forceActiveFocus();
    }
    function took(pin: string) {
        if (page.asksCurrent) {
            page.current = pin;
            if (page.removing)
                page.change("");
        } else if (!page.asksAgain) {
            page.differed = false;
            page.next = pin;
        } else if (pin === page.next) {
            page.change(pin);
        } else {
            page.differed = true;
            page.next = "";
        }
    }
    function change(pin: string) {
        const before = page.current;
        page.current = "";
        page.next = "";
        page.lock.changePin(before, pin);
    }
    Connections {
        target: page.lock
        function onPinChanged() { page.back(); }
    }

    PinSentence {
        width: parent.width
        sentence: page.differed ? qsTr("The two were not the same. Choose it again.") : page.lock.sentence
        wait: page.lock.waitSentence
    }
    PinPad {
        id: pad
        objectName: "pinPad"
        width: parent.width
        ready: !page.lock.busy && (!page.asksCurrent || page.lock.waitSentence === "")
        onEntered: pin => page.took(pin)
    }
    Words {
        width: parent.width
        visible: !page.removing && !page.asksCurrent
        text: qsTr("Nobody can open your notebook without it, and nobody can give it back to you: "
                   + "note it in a safe place. What was sent is safe with the hub.")
        color: Theme.quiet
    }
}
