pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui

// One question of a round: an answer with one tap, a number, or none.
Card {
    id: card
    required property string code
    required property string label
    required property string question
    required property var choices
    required property string hint
    required property string answer
    required property string answerText
    required property bool declined
    signal answered(value: string)
    signal numberAsked()
    signal declineAsked()

    implicitHeight: body.implicitHeight + 2 * Theme.margin
    height: implicitHeight
    Column {
        id: body
        x: Theme.margin
        y: Theme.margin
        width: parent.width - 2 * x
        spacing: Theme.space
        Words {
            width: parent.width
            visible: text !== ""
            text: card.label
            size: Theme.small
            color: Theme.quiet
        }
        Words {
            width: parent.width
            text: card.question
            strong: true
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Repeater {
                model: card.choices
                Chip {
                    required property var modelData
                    objectName: "answer-" + card.code + "-" + modelData.code
                    text: modelData.text
                    bare: true
                    checked: card.answer === modelData.code
                    onClicked: card.answered(checked ? "" : modelData.code)
                }
            }
            PushButton {
                objectName: "number-" + card.code
                visible: card.choices.length === 0
                width: Math.min(implicitWidth, parent.width)
                drawing: "edit"
                text: card.answerText !== "" ? card.answerText : qsTr("Give a number")
                onClicked: card.numberAsked()
            }
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: card.hint
            size: Theme.small
            color: Theme.quiet
        }
        Chip {
            objectName: "decline-" + card.code
            text: qsTr("I would rather not say")
            single: false
            checked: card.declined
            onClicked: card.declineAsked()
        }
    }
}
