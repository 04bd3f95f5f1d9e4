using DigitalTwin.Mobility.Emissions;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>What the traffic of a step emits: each link at the mean speed of its vehicles, every kind of car at the same.</summary>
internal sealed class RoadEmissions(EmissionModel model)
{
    /// <summary>Carbon dioxide and nitrogen oxides of a step, kg.</summary>
    public (double CarbonDioxide, double NitrogenOxides) Of(MobilityNow now) =>
        (model.Mass(Pollutant.CO2, now.Distance, now.VehicleTime), model.Mass(Pollutant.NOx, now.Distance, now.VehicleTime));
}
