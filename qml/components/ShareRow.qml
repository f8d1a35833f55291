import QtQuick
import Ayni.Ui

// One part of the notebook: how much of it is here, how much in Montreal.
Item {
    id: share
    required property string name
    required property string text
    required property bool isWhole

    implicitHeight: Math.max(sign.height, words.implicitHeight)
    height: implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: share.name + ": " + share.text
    Icon {
        id: sign
        drawing: share.isWhole ? "received" : "here"
        color: share.isWhole ? Theme.good : Theme.attention
    }
    Column {
        id: words
        x: sign.width + Theme.space
        width: parent.width - x
        Words {
            width: parent.width
            text: share.name
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: share.text
            size: Theme.small
            color: Theme.quiet
            Accessible.ignored: true
        }
    }
}
