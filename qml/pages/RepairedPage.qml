pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// The notebook was damaged and has been brought back: how much of it, before it opens.
ScrollPage {
    id: page
    required property AppModel app
    maximumWidth: 440
    title: qsTr("Your notebook is back")

    Card {
        width: parent.width
        height: column.implicitHeight + 2 * Theme.margin
        Column {
            id: column
            objectName: "repairReport"
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            spacing: Theme.space
            Repeater {
                model: page.app.repair.report
                Words {
                    required property string modelData
                    required property int index
                    width: column.width
                    text: modelData
                    strong: index === 0
                }
            }
        }
    }
    PushButton {
        objectName: "understood"
        width: parent.width
        kind: "main"
        drawing: "right"
        text: qsTr("Open my notebook")
        onClicked: page.app.repair.understood()
    }
    LanguageChoice {
        width: parent.width
        topPadding: Theme.gap
        app: page.app
    }
}
