pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// Keeps what is being written at every pause in typing, and brings it back at the same place: then it says so, quietly,
// with a way to begin anew. `begin` when the place is opened; `leave` when it is closed, and before sending, which
// takes the draft away if it succeeds.
Column {
    id: line
    required property Drafts drafts
    property string place
    property string scope
    // What stands in the fields, by their names; {} while nothing does.
    property var words: ({})
    property bool continued: false
    signal restored(words: var)
    signal discarded()

    visible: line.continued
    spacing: 0

    function begin() {
        line.continued = false;
        held.open = true;
        held.place = line.place;
        line.drafts.look(held.place);
    }
    function keep() {
        pause.stop();
        line.drafts.keep(held.place, held.scope, held.words);
    }
    function leave() {
        if (held.open && pause.running)
            line.keep();
        pause.stop();
        held.open = false;
        line.continued = false;
    }
    onWordsChanged: {
        if (!held.open)
            return;
        held.words = line.words;
        held.scope = line.scope;
        pause.restart();
    }
    Component.onDestruction: line.leave()

    QtObject {
        id: held
        property bool open: false
        property string place
        property string scope
        property var words: ({})
    }
    Timer {
        id: pause
        interval: line.drafts.pause
        onTriggered: line.keep()
    }
    Connections {
        target: line.drafts
        function onFound(place: string, words: var) {
            if (!held.open || place !== held.place || Object.keys(line.words).length > 0)
                return;
            line.continued = true;
            line.restored(words);
        }
        function onLeaving() {
            line.leave();
        }
    }
    Connections {
        target: Qt.application
        function onStateChanged() {
            if (held.open && pause.running && Qt.application.state !== Qt.ApplicationActive)
                line.keep();
        }
    }
    Words {
        width: parent.width
        text: qsTr("Continued from before")
        color: Theme.quiet
    }
    PushButton {
        objectName: "discardDraft"
        width: Math.min(implicitWidth, parent.width)
        kind: "quiet"
        text: qsTr("Begin anew")
        onClicked: {
            pause.stop();
            line.continued = false;
            line.drafts.discard(held.place);
            held.open = false;
            line.discarded();
            held.open = true;
        }
    }
}
