import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// A business and who leads it: one of a mentor's faces, one of a coordinator's pairs.
T.AbstractButton {
    id: face
    required property string faceId
    required property string name
    required property string people
    required property string initials
    required property string lastMet
    required property int openActions
    required property int news
    required property bool quiet

    readonly property string openText: qsTr("%n open action(s)", "", face.openActions)
    readonly property string newsText: face.news > 0 ? qsTr("%n new since you looked", "", face.news) : ""

    implicitHeight: body.implicitHeight + 2 * Theme.margin
    Accessible.role: Accessible.Button
    Accessible.name: Phrases.said([face.name, face.people, face.lastMet, face.openText, face.newsText])
    Accessible.onPressAction: face.clicked()
    Keys.onReturnPressed: face.clicked()
    background: Card {
        color: face.down ? Theme.sunken : Theme.card
        border.color: face.hovered ? Theme.outline : Theme.line
        FocusRing { shown: face.visualFocus }
    }
    Item {
        anchors.fill: parent
        Avatar {
            id: avatar
            x: Theme.margin
            y: Theme.margin
            size: 52
            initials: face.initials
            name: face.name
        }
        Column {
            id: body
            x: avatar.x + avatar.width + Theme.space
            y: Theme.margin
            width: face.width - x - Theme.margin
            spacing: Theme.hair
            Words {
                width: parent.width
                text: face.name
                strong: true
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                text: face.people
                color: Theme.quiet
                visible: text !== ""
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                spacing: Theme.hair + 2
                topPadding: Theme.hair
                Tag {
                    maximumWidth: parent.width
                    drawing: "sessions"
                    text: face.lastMet
                    visible: text !== ""
                    ground: face.quiet ? Theme.attentionSoft : Theme.sunken
                    ink: face.quiet ? Theme.attention : Theme.text
                }
                Tag {
                    maximumWidth: parent.width
                    drawing: "action"
                    text: face.openText
                }
                Tag {
                    maximumWidth: parent.width
                    visible: face.news > 0
                    drawing: "celebrate"
                    text: face.newsText
                    ground: Theme.accentSoft
                    ink: Theme.accentSoftInk
                }
            }
        }
    }
}
