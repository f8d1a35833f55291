import QtQuick
import Ayni.Ui

Words {
    size: Theme.lead
    strong: true
    color: Theme.text
    topPadding: Theme.gap
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
