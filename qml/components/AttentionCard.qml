import QtQuick
import Ayni.Ui

// What went otherwise than it should, and what to do; not there while nothing did. A screen reader says it by itself.
Card {
    id: card
    property string text

    visible: card.text !== ""
    height: words.implicitHeight + 2 * Theme.space
    color: Theme.attentionSoft
    border.color: Theme.attention
    Accessible.role: Accessible.AlertMessage
    Accessible.name: card.text
    Icon {
        id: sign
        x: Theme.space
        y: Theme.space
        drawing: "info"
        color: Theme.attention
    }
    Words {
        id: words
        x: sign.x + sign.width + Theme.gap
        y: Theme.space
        width: card.width - x - Theme.space
        text: card.text
        Accessible.ignored: true
    }
}
