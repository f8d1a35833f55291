pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// The three languages, each by its own name.
Flow {
    id: choice
    required property AppModel app
    spacing: Theme.gap
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Language")
    Repeater {
        model: [
            { "code": "es", "text": "Español" },
            { "code": "fr", "text": "Français" },
            { "code": "en", "text": "English" }
        ]
        Chip {
            required property var modelData
            objectName: "language-" + modelData.code
            text: modelData.text
            bare: true
            checked: choice.app.language === modelData.code
            onClicked: choice.app.language = modelData.code
        }
    }
}
