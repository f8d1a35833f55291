import QtQuick
import Ayni.Ui

// A sheet of paper on the page.
Rectangle {
    color: Theme.card
    radius: Theme.radius
    border.width: Theme.stroke
    border.color: Theme.line
}
