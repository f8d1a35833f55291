import QtQuick
import Ayni.Ui

// An ask, an offer, a joy or a question in the circle.
Card {
    id: post
    required property string postId
    required property string author
    required property string initials
    required property string kind
    required property string kindText
    required property string topicText
    required property string text
    required property string dateText
    required property string meTooText
    required property bool iSaidMeToo
    required property bool isMine
    required property bool answered
    required property int safety
    signal meTooSaid()
    signal removed()

    readonly property int tint: post.kind === "ask" ? 0 : post.kind === "offer" ? 1 : post.kind === "celebrate" ? 0 : 2
    implicitHeight: body.implicitHeight + 2 * Theme.margin
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
                initials: post.initials
                name: post.author
            }
            Column {
                id: who
                x: avatar.width + Theme.space
                width: parent.width - x
                anchors.verticalCenter: parent.verticalCenter
                Words {
                    width: parent.width
                    text: post.author
                    strong: true
                }
                Words {
                    width: parent.width
                    text: post.dateText
                    size: Theme.small
                    color: Theme.quiet
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Tag {
                maximumWidth: parent.width
                drawing: post.kind
                text: post.kindText
                ground: Theme.laneGround(post.tint)
                ink: Theme.laneInk(post.tint)
            }
            Tag {
                maximumWidth: parent.width
                visible: text !== ""
                text: post.topicText
            }
            Tag {
                maximumWidth: parent.width
                visible: post.answered
                drawing: "done"
                text: qsTr("Answered")
                ground: Theme.goodSoft
                ink: Theme.good
            }
        }
        Words {
            width: parent.width
            text: post.text
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Chip {
                objectName: "meToo"
                single: false
                drawing: "me_too"
                text: post.meTooText
                checked: post.iSaidMeToo
                visible: !post.isMine
                onClicked: post.meTooSaid()
            }
            Row {
                visible: post.isMine
                height: Theme.touchTarget
                spacing: Theme.gap
                Tag {
                    visible: post.meTooText !== ""
                    anchors.verticalCenter: parent.verticalCenter
                    drawing: "me_too"
                    text: post.meTooText
                }
                SafetyMark {
                    anchors.verticalCenter: parent.verticalCenter
                    safety: post.safety
                }
            }
            PushButton {
                visible: post.isMine
                kind: "quiet"
                drawing: "remove"
                text: qsTr("Take it back")
                onClicked: post.removed()
            }
        }
    }
}
