import QtQuick
import Ayni.Ui

// A woman of the cohort.
Item {
    id: person
    required property string name
    required property string roleText
    required property string place
    required property string businessName
    required property string languagesText
    required property string about
    required property string initials
    required property bool isMe
    required property bool isMine

    implicitHeight: Math.max(avatar.height, body.implicitHeight)
    Accessible.role: Accessible.ListItem
    Accessible.name: person.name
    Avatar {
        id: avatar
        initials: person.initials
        name: person.name
    }
    Column {
        id: body
        x: avatar.width + Theme.space
        width: parent.width - x
        spacing: 2
        Words {
            width: parent.width
            text: person.isMe ? qsTr("%1 (you)").arg(person.name) : person.name
            strong: true
        }
        Words {
            width: parent.width
            text: Phrases.joined([person.roleText, person.businessName, person.place])
            size: Theme.small
            color: Theme.quiet
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: person.about
            size: Theme.small
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: person.languagesText
            size: Theme.small
            color: Theme.quiet
        }
        Tag {
            visible: person.isMine
            maximumWidth: parent.width
            drawing: "promise"
            text: qsTr("You walk together")
            ground: Theme.accentSoft
            ink: Theme.accentSoftInk
        }
    }
}
