import QtQuick
import Ayni.Ui

// A drawing and a few words; nothing at all where there are no words.
Item {
    id: fact
    property string drawing
    property string text

    visible: fact.text !== ""
    implicitHeight: Math.max(sign.height, words.implicitHeight)
    Icon {
        id: sign
        drawing: fact.drawing
        color: Theme.quiet
    }
    Words {
        id: words
        x: sign.width + Theme.space
        width: parent.width - x
        y: -2
        text: fact.text
    }
}
