import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// One meeting in the list.
T.AbstractButton {
    id: row
    required property string title
    required property string dateText
    required property string minutesText
    required property string modality
    required property string modalityText
    required property string status
    required property string statusText
    required property string topicsText
    required property bool hasNotes
    required property bool linked
    required property int safety
    required property string safetyText
    property bool here: false

    implicitHeight: body.implicitHeight + 2 * Theme.space
    Accessible.role: Accessible.Button
    Accessible.name: Phrases.said([row.title, row.dateText, row.modalityText, row.minutesText, row.topicsText,
                                   row.statusText,
                      row.safetyText])
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    background: Card {
        color: row.here ? Theme.accentSoft : row.down ? Theme.sunken : Theme.card
        border.color: row.here ? Theme.accent : row.hovered ? Theme.outline : Theme.line
        FocusRing { shown: row.visualFocus }
    }
    Item {
        anchors.fill: parent
        Rectangle {
            id: sign
            x: Theme.space
            y: Theme.space + 2
            width: 44
            height: 44
            radius: 22
            color: row.status === "held" ? Theme.mediumLane : row.status === "planned" ? Theme.shortLane : Theme.sunken
            Icon {
                anchors.centerIn: parent
                drawing: row.modality
                color: row.status === "held" ? Theme.mediumLaneInk : row.status === "planned" ? Theme.shortLaneInk
                                                                                            : Theme.quiet
            }
        }
        Column {
            id: body
            x: sign.x + sign.width + Theme.space
            y: Theme.space
            width: row.width - x - Theme.space
            spacing: Theme.hair
            Words {
                width: parent.width
                text: row.title
                strong: true
                color: row.here ? Theme.accentSoftInk : Theme.text
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                text: Phrases.joined([row.dateText, row.modalityText, row.minutesText])
                size: Theme.small
                color: row.here ? Theme.accentSoftInk : Theme.quiet
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: row.topicsText
                size: Theme.small
                color: row.here ? Theme.accentSoftInk : Theme.quiet
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                spacing: Theme.gap
                Tag {
                    visible: row.status !== "held"
                    maximumWidth: parent.width
                    drawing: row.status === "planned" ? "calendar" : "close"
                    text: row.statusText
                }
                Tag {
                    visible: row.linked
                    maximumWidth: parent.width
                    drawing: "link"
                    text: qsTr("Both wrote it down")
                }
                Icon {
                    visible: row.hasNotes
                    height: Theme.smallIcon + Theme.gap
                    size: Theme.smallIcon
                    drawing: "note"
                    color: row.here ? Theme.accentSoftInk : Theme.quiet
                }
                SafetyMark {
                    height: Theme.smallIcon + Theme.gap
                    safety: row.safety
                }
            }
        }
    }
}
