import QtQuick
import Ayni.Ui

// Text of the app: plain (what people typed is never markup), wrapped, in the one face.
Text {
    id: words
    property int size: Theme.body
    property bool strong: false

    color: Theme.text
    font.family: Theme.family
    font.pixelSize: words.size
    font.weight: words.strong ? Font.Bold : Font.Normal
    lineHeight: Theme.leading
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
}
