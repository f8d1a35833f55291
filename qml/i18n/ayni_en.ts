<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BoardLane</name>
        <message numerus="yes">
            <source>You have %n step(s) open for the short term. Which one can wait?</source>
            <translation>
                <numerusform>You have %n step open for the short term. Can it wait?</numerusform>
                <numerusform>You have %n steps open for the short term. Which one can wait?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FaceCard</name>
        <message numerus="yes">
            <source>%n open action(s)</source>
            <translation>
                <numerusform>%n open action</numerusform>
                <numerusform>%n open actions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new since you looked</source>
            <translation>
                <numerusform>%n new since you looked</numerusform>
                <numerusform>%n new since you looked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LaneTab</name>
        <message numerus="yes">
            <source>%1, %n card(s)</source>
            <comment>a lane of the board</comment>
            <translation>
                <numerusform>%1, %n card</numerusform>
                <numerusform>%1, %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message numerus="yes">
            <source>%n digit(s) typed</source>
            <translation>
                <numerusform>%n digit typed</numerusform>
                <numerusform>%n digits typed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SafetyPill</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>things not yet received</comment>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n byte</numerusform>
                <numerusform>%n bytes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ayni::models::PlanModel</name>
        <message numerus="yes">
            <source>%1 of %n action(s)</source>
            <translation>
                <numerusform>%1 of %n action</numerusform>
                <numerusform>%1 of %n actions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SafetyModel</name>
        <message numerus="yes">
            <source>%n waiting, %1</source>
            <comment>things, bytes</comment>
            <translation>
                <numerusform>%n waiting, %1</numerusform>
                <numerusform>%n waiting, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SessionsModel</name>
        <message numerus="yes">
            <source>%n this month, %1</source>
            <comment>meetings</comment>
            <translation>
                <numerusform>%n this month, %1</numerusform>
                <numerusform>%n this month, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ayni::models::TodayModel</name>
        <message numerus="yes">
            <source>%n idea(s) wait for your word.</source>
            <translation>
                <numerusform>%n idea waits for your word.</numerusform>
                <numerusform>%n ideas wait for your word.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) done in seven days. Well done!</source>
            <translation>
                <numerusform>%n thing done in seven days. Well done!</numerusform>
                <numerusform>%n things done in seven days. Well done!</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n question(s), as before</source>
            <translation>
                <numerusform>%n question, as before</numerusform>
                <numerusform>%n questions, as before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ayni::models::CarryModel</name>
        <message numerus="yes">
            <source>%n change(s) taken in.</source>
            <translation>
                <numerusform>%n change taken in.</numerusform>
                <numerusform>%n changes taken in.</numerusform>
            </translation>
        </message>
    </context>
</TS>
