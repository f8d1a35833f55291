import QtQuick
import Ayni.Ui

// How far along, as a line and in words.
Column {
    id: progress
    property real value: 0
    property string text
    property color ink: Theme.accent

    spacing: Theme.hair
    Accessible.role: Accessible.ProgressBar
    Accessible.name: progress.text
    Rectangle {
        width: progress.width
        height: 8
        radius: 4
        color: Theme.sunken
        Rectangle {
            width: Math.max(parent.height, parent.width * Math.min(1, Math.max(0, progress.value)))
            height: parent.height
            radius: 4
            color: progress.ink
            visible: progress.value >= 0
        }
    }
    Words {
        width: progress.width
        visible: text !== ""
        text: progress.text
        size: Theme.small
        color: Theme.quiet
        Accessible.ignored: true
    }
}
