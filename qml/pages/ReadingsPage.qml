pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// The questions of a round: answered by taps, written together; what she would rather not say is an answer too.
ScrollPage {
    id: page
    required property ReadingsModel readings

    title: page.readings.title
    subtitle: page.readings.business
    canGoBack: true

    EmptyState {
        width: parent.width
        topPadding: Theme.section
        visible: page.readings.state === ReadingsModel.Nothing
        drawing: "done"
        text: qsTr("All is asked for now. Thank you!")
        action: qsTr("Back")
        onActed: page.back()
    }
    Column {
        width: parent.width
        visible: page.readings.state === ReadingsModel.Asking
        spacing: Theme.margin
        Words {
            width: parent.width
            text: page.readings.chooses ? qsTr("Which of these tell something about your business? Answer those: only "
                                               + "they are asked again later.")
                                        : qsTr("The same questions as before, to see what has changed.")
            color: Theme.quiet
        }
        Repeater {
            model: page.readings.questions
            QuestionCard {
                id: card
                required property string unitText
                objectName: "question"
                width: parent ? parent.width : 0
                onAnswered: value => page.readings.answer(card.code, value)
                onNumberAsked: sheet.ask(card.question, card.unitText, card.answer, card.code)
                onDeclineAsked: page.readings.decline(card.code)
            }
        }
        Chip {
            objectName: "helped"
            text: qsTr("Somebody helped me to answer")
            single: false
            checked: page.readings.helped
            onClicked: page.readings.helped = !checked
        }
        PushButton {
            objectName: "saveReadings"
            width: parent.width
            kind: "main"
            enabled: page.readings.canSave
            drawing: "check"
            text: qsTr("Keep my answers")
            onClicked: page.readings.save()
        }
    }
    NumberSheet {
        id: sheet
        property string code
        onGiven: digits => page.readings.answer(sheet.code, digits)
        function ask(question: string, unit: string, digits: string, code: string) {
            sheet.code = code;
            sheet.title = question;
            sheet.unit = unit;
            sheet.digits = digits;
            sheet.open();
        }
    }
}
