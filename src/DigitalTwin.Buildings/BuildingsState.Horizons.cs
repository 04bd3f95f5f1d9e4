using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Sun;

namespace DigitalTwin.Buildings;

public sealed partial class BuildingsState
{
    /// <summary>By building, what stands around it where that is not what the model says; null for that. It is not written with the state: whoever knows what stands where sets it again.</summary>
    private Horizon?[] horizons = [];

    /// <summary>Sets what stands around a building, from the next step on: something was built or demolished beside it.</summary>
    /// <param name="building">Which.</param>
    /// <param name="horizon">What stands around it.</param>
    public void SetHorizon(int building, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        if (horizons.Length == 0) horizons = new Horizon?[Count];
        horizons[building] = horizon;
        Span<double> row = stackalloc double[Lane.Count];
        Read(Columns[Layout.Block(building)], Layout.LaneOf(building), row);
        WriteEnvelope(building, controls[building].Retrofit, row);
        Own(Layout.Block(building));
        Write(row, Columns[Layout.Block(building)], Layout.LaneOf(building));
    }

    private void WriteEnvelope(int building, in Retrofit retrofit, Span<double> row) =>
        EnvelopeColumns.Write(retrofit.Of(Model.Buildings[building].Zone), HorizonOf(building), row);

    private Horizon HorizonOf(int building) => (horizons.Length > 0 ? horizons[building] : null) ?? Model.HorizonOf(building);
}
