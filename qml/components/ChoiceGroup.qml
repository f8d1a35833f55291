pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// A question and its answers as large chips. The rows have code, text, icon and chosen.
Column {
    id: group
    required property Rows choices
    property string label
    property string hint
    property bool single: true
    property bool drawn: true
    property int target: Theme.mainTarget
    signal picked(string code)

    spacing: Theme.gap
    SectionTitle {
        width: parent.width
        visible: text !== ""
        text: group.label
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: group.hint
        color: Theme.quiet
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: group.choices
            Chip {
                required property string code
                required property bool chosen
                required text
                required drawing
                shownDrawing: group.drawn
                checked: chosen
                single: group.single
                target: group.target
                objectName: "choice-" + code
                onClicked: group.picked(code)
            }
        }
    }
}
