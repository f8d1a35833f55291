import QtQuick
import Ayni.Ui

// What a PIN did not do, and how long the next one waits.
Card {
    id: card
    property string sentence
    property string wait

    visible: card.sentence !== "" || card.wait !== ""
    height: column.implicitHeight + 2 * Theme.space
    color: Theme.attentionSoft
    border.color: Theme.attention
    Accessible.role: Accessible.AlertMessage
    Accessible.name: card.sentence + " " + card.wait
    Icon {
        id: sign
        x: Theme.space
        y: Theme.space
        drawing: card.wait === "" ? "info" : "clock"
        color: Theme.attention
    }
    Column {
        id: column
        x: sign.x + sign.width + Theme.gap
        y: Theme.space
        width: card.width - x - Theme.space
        Words {
            objectName: "pinSentence"
            width: parent.width
            visible: text !== ""
            text: card.sentence
            Accessible.ignored: true
        }
        Words {
            objectName: "pinWait"
            width: parent.width
            visible: text !== ""
            text: card.wait
            strong: true
            Accessible.ignored: true
        }
    }
}
