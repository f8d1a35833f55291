pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// What the two of a pair agreed on: how often, how, in whose words. Signed by both, and read by nobody else.
ScrollPage {
    id: page
    required property AgreementsModel agreements
    required property Drafts drafts
    property string frequency
    property string channel

    title: qsTr("What we agreed")
    subtitle: page.agreements.business
    canGoBack: true

    function empty() {
        paper.text = "";
        page.frequency = "";
        page.channel = "";
    }

    Repeater {
        model: page.agreements.items
        AgreementCard {
            required property string agreementId
            objectName: "agreement"
            width: parent ? parent.width : 0
            onAgreed: page.agreements.sign(agreementId)
        }
    }
    EmptyState {
        width: parent.width
        topPadding: Theme.gap
        visible: page.agreements.items.count === 0
        drawing: "promise"
        text: page.agreements.canWrite ? qsTr("Nothing is agreed yet. How often do you talk, and how?")
                                       : qsTr("Once you are a pair, what you agree on stands here.")
    }
    Column {
        width: parent.width
        visible: page.agreements.canWrite
        spacing: Theme.margin
        SectionTitle {
            width: parent.width
            text: page.agreements.items.count > 0 ? qsTr("Something new") : qsTr("Write it down")
        }
        Paper {
            id: paper
            objectName: "terms"
            width: parent.width
            label: qsTr("What do you two agree on?")
            placeholder: qsTr("Only the two of you read it")
        }
        DraftLine {
            id: draft
            width: parent.width
            drafts: page.drafts
            place: page.agreements.draftPlace
            scope: page.agreements.planId
            words: paper.written === "" ? ({}) : ({ "text": paper.written, "frequency": page.frequency,
                                                      "channel": page.channel })
            onPlaceChanged: {
                draft.leave();
                page.empty();
                draft.begin();
            }
            onRestored: kept => {
                paper.text = kept.text;
                page.frequency = kept.frequency || "";
                page.channel = kept.channel || "";
            }
            onDiscarded: page.empty()
            Component.onCompleted: draft.begin()
        }
        Words {
            width: parent.width
            text: qsTr("How often?")
            color: Theme.quiet
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Repeater {
                model: page.agreements.frequencies
                Chip {
                    required property string code
                    required text
                    required drawing
                    objectName: "frequency-" + code
                    checked: page.frequency === code
                    onClicked: page.frequency = checked ? "" : code
                }
            }
        }
        Words {
            width: parent.width
            text: qsTr("How?")
            color: Theme.quiet
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Repeater {
                model: page.agreements.channels
                Chip {
                    required property string code
                    required text
                    required drawing
                    objectName: "channel-" + code
                    checked: page.channel === code
                    onClicked: page.channel = checked ? "" : code
                }
            }
        }
        PushButton {
            objectName: "writeAgreement"
            width: parent.width
            kind: "main"
            drawing: "edit"
            enabled: paper.text.trim() !== ""
            text: qsTr("Write it and sign")
            onClicked: {
                draft.leave();
                page.agreements.write(paper.text.trim(), page.frequency, page.channel);
                page.empty();
                draft.begin();
            }
        }
    }
}
