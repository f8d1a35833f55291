import QtQuick
import Ayni.Ui

// What one of the two wrote about a meeting.
Card {
    id: note
    required property string author
    required property string initials
    required property string text
    required property int mood
    required property string moodText
    required property string whenText
    required property bool hasVoice
    required property bool isMine
    required property int safety

    implicitHeight: body.implicitHeight + 2 * Theme.margin
    height: implicitHeight
    Column {
        id: body
        x: Theme.margin
        y: Theme.margin
        width: parent.width - 2 * x
        spacing: Theme.gap
        Item {
            width: parent.width
            height: Math.max(avatar.height, who.height)
            Avatar {
                id: avatar
                initials: note.initials
                name: note.author
                size: 40
            }
            Column {
                id: who
                x: avatar.width + Theme.space
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x
                Words {
                    width: parent.width
                    text: note.author
                    strong: true
                }
                Words {
                    width: parent.width
                    text: note.whenText
                    size: Theme.small
                    color: Theme.quiet
                }
            }
        }
        Fact {
            width: parent.width
            visible: note.mood > 0
            drawing: note.mood > 0 ? "mood" + note.mood : ""
            text: note.moodText
        }
        Fact {
            width: parent.width
            visible: note.text === "" && note.hasVoice
            drawing: "voice"
            text: qsTr("A voice note. It is not on this phone yet.")
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: note.text
        }
        SafetyMark {
            visible: note.isMine
            safety: note.safety
            worded: true
        }
    }
}
