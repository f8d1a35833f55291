import QtQuick
import QtQuick.Templates as T
import Ayni.Ui
import Ayni.Models

// In one glance: is everything safe, or how many still wait. Opens the page that tells the rest.
T.Button {
    id: pill
    required property SafetyModel safety

    text: pill.safety.busy ? qsTr("Sending…")
          : pill.safety.waiting > 0 ? qsTr("%n waiting", "things not yet received", pill.safety.waiting)
                                    : qsTr("All safe")
    implicitWidth: row.implicitWidth + 2 * Theme.space
    implicitHeight: Math.max(Theme.touchTarget, row.implicitHeight)
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("What is safe: %1").arg(pill.text)
    Accessible.onPressAction: pill.clicked()
    Keys.onReturnPressed: pill.clicked()
    Item {
        anchors.fill: parent
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.hair + 2
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                drawing: pill.safety.busy ? "sync" : pill.safety.trouble !== "" ? "info"
                         : pill.safety.waiting > 0 ? "here" : "received"
                size: Theme.smallIcon
                color: pill.safety.waiting > 0 ? Theme.attention : Theme.good
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: pill.text
                size: Theme.small
                color: pill.safety.waiting > 0 ? Theme.attention : Theme.good
            }
        }
    }
    background: Rectangle {
        y: (pill.height - height) / 2
        height: Math.max(36, row.implicitHeight + Theme.gap)
        radius: 18
        color: pill.down ? Theme.line : pill.safety.waiting > 0 ? Theme.attentionSoft : Theme.goodSoft
        FocusRing { shown: pill.visualFocus }
    }
}
