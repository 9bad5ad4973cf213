package dev.spoor.normalize;

/** Numbers of the fields that Windows events of every channel have, each named as its path. */
final class CommonFields {
    final int eventCode;
    final int winlogEventId;
    final int eventProvider;
    final int winlogProviderName;
    final int winlogProviderGuid;
    final int winlogChannel;
    final int winlogComputerName;
    final int hostName;
    final int winlogRecordId;
    final int winlogVersion;
    final int winlogActivityId;
    final int winlogRelatedActivityId;
    final int winlogProcessPid;
    final int winlogProcessThreadId;
    final int winlogUserIdentifier;
    final int winlogUserName;
    final int winlogUserDomain;
    final int winlogUserType;
    final int message;
    final int logLevel;
    final int winlogOpcode;
    final int winlogUserDataXmlName;
    final int timestamp;
    final int winlogApi;
    final int winlogTask;
    final int eventAction;
    final int winlogKeywords;
    final int eventOutcome;

    CommonFields(Names names) {
        eventCode = names.ecs("event.code");
        winlogEventId = names.ecs("winlog.event_id");
        eventProvider = names.ecs("event.provider");
        winlogProviderName = names.ecs("winlog.provider_name");
        winlogProviderGuid = names.ecs("winlog.provider_guid");
        winlogChannel = names.ecs("winlog.channel");
        winlogComputerName = names.ecs("winlog.computer_name");
        hostName = names.ecs("host.name");
        winlogRecordId = names.ecs("winlog.record_id");
        winlogVersion = names.ecs("winlog.version");
        winlogActivityId = names.ecs("winlog.activity_id");
        winlogRelatedActivityId = names.ecs("winlog.related_activity_id");
        winlogProcessPid = names.ecs("winlog.process.pid");
        winlogProcessThreadId = names.ecs("winlog.process.thread.id");
        winlogUserIdentifier = names.ecs("winlog.user.identifier");
        winlogUserName = names.ecs("winlog.user.name");
        winlogUserDomain = names.ecs("winlog.user.domain");
        winlogUserType = names.ecs("winlog.user.type");
        message = names.ecs("message");
        logLevel = names.ecs("log.level");
        winlogOpcode = names.ecs("winlog.opcode");
        winlogUserDataXmlName = names.ecs("winlog.user_data.xml_name");
        timestamp = names.ecs("@timestamp");
        winlogApi = names.ecs("winlog.api");
        winlogTask = names.ecs("winlog.task");
        eventAction = names.ecs("event.action");
        winlogKeywords = names.ecs("winlog.keywords");
        eventOutcome = names.ecs("event.outcome");
    }
}
