namespace DigitalTwin.Water.Hydraulics;

/// <summary>What a link does at the moment. The numbers are EPANET's; everything up to <see cref="Closed"/> lets no water through.</summary>
public enum LinkStatus : byte
{
    /// <summary>A pump that would have to lift higher than it can, shut off for now (XHEAD).</summary>
    CannotDeliverHead = 0,

    /// <summary>Shut for now because it would fill a full tank or drain an empty one (TEMPCLOSED).</summary>
    TemporarilyClosed = 1,

    /// <summary>Closed.</summary>
    Closed = 2,

    /// <summary>Open; a control valve that is wide open.</summary>
    Open = 3,

    /// <summary>A control valve that is regulating.</summary>
    Active = 4,

    /// <summary>A pump that runs beyond the end of its curve (XFLOW; reported only).</summary>
    CannotDeliverFlow = 5,

    /// <summary>A flow control valve that is wide open and still passes less than its setting (XFCV).</summary>
    CannotSupplyFlow = 6,

    /// <summary>A pressure valve that cannot hold its setting and is left open (XPRESSURE).</summary>
    CannotHoldPressure = 7,
}
