import QtQuick
import Ayni.Ui
import Ayni.Models

// The notebook could not be opened: what happened, and what to do.
ScrollPage {
    id: page
    required property AppModel app
    maximumWidth: 440
    title: qsTr("The notebook did not open")

    Card {
        width: parent.width
        height: words.implicitHeight + 2 * Theme.margin
        color: Theme.attentionSoft
        border.color: Theme.attention
        Words {
            id: words
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            text: page.app.brokenSentence
        }
    }
    PushButton {
        objectName: "tryAgain"
        width: parent.width
        kind: "main"
        drawing: "sync"
        text: qsTr("Try again")
        onClicked: page.app.tryAgain()
    }
    LanguageChoice {
        width: parent.width
        app: page.app
    }
}
