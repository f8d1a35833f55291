import QtQuick
import Ayni.Ui

// One short sentence about what was just done, and the way to undo it.
Rectangle {
    id: bar
    property string sentence
    property bool undoable: false
    signal undo()
    signal seen()

    visible: opacity > 0
    opacity: bar.sentence === "" ? 0 : 1
    height: Math.max(Theme.mainTarget, words.implicitHeight + 2 * Theme.space)
    radius: Theme.radius
    color: Theme.text
    Accessible.role: Accessible.AlertMessage
    Accessible.name: bar.sentence
    Behavior on opacity {
        NumberAnimation { duration: Theme.motion }
    }
    Timer {
        interval: bar.undoable ? 8000 : 5000
        running: bar.sentence !== ""
        onTriggered: bar.seen()
    }
    Connections {
        target: bar
        function onSentenceChanged() {
            if (bar.sentence !== "")
                words.text = bar.sentence;
        }
    }
    Words {
        id: words
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: (undoButton.visible ? undoButton.x : bar.width - Theme.margin) - x
        text: bar.sentence
        color: Theme.page
        Accessible.ignored: true
    }
    PushButton {
        id: undoButton
        objectName: "undo"
        visible: bar.undoable
        anchors.right: parent.right
        anchors.rightMargin: Theme.hair
        anchors.verticalCenter: parent.verticalCenter
        drawing: "undo"
        text: qsTr("Undo")
        kind: "soft"
        horizontalPadding: Theme.space
        onClicked: bar.undo()
    }
}
